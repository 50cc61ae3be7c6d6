/** A channel that is down: {@code channel-outage}. */
package org.communitydesk.process.outage;
