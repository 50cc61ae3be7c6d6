/** A question handed over to the contact center: {@code contact-center-request}. */
package org.communitydesk.process.contactcenter;
