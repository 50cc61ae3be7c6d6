/** One class for each service task of the diagrams: its bean has the task's id. */
package org.communitydesk.process.task;
