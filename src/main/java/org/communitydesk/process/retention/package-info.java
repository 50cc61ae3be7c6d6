/** What goes when its time is over: {@code retention}. */
package org.communitydesk.process.retention;
