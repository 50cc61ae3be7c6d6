/** One answer to many appeals about the same thing: {@code incident}. */
package org.communitydesk.process.problem;
