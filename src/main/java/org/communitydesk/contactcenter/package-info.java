/**
 * Handing a question over to the contact center and taking the answer back.
 *
 * <p>Door: {@link org.communitydesk.contactcenter.Requests}. Not here: clocks and reminders ({@code
 * processes/contact-center-request.bpmn}).
 */
@ApplicationModule(
    displayName = "Contact center",
    allowedDependencies = {"conversation", "cases"})
package org.communitydesk.contactcenter;

import org.springframework.modulith.ApplicationModule;
