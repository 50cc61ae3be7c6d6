/**
 * Handing a question over to the contact center and taking the answer back: in Tasklist, by letter,
 * or by signed calls.
 *
 * <p>Door: {@link org.communitydesk.contactcenter.Requests} and {@link
 * org.communitydesk.contactcenter.Answers}; {@link org.communitydesk.contactcenter.Outbox} writes
 * to the outside; {@link org.communitydesk.contactcenter.RequestProcess} is the port that the
 * processes implement. Not here: clocks, reminders and retries ({@code
 * processes/contact-center-request.bpmn}).
 */
@ApplicationModule(
    displayName = "Contact center",
    allowedDependencies = {
      "conversation",
      "cases",
      "loop",
      "privacy",
      "http",
      "channel",
      "calendar"
    })
package org.communitydesk.contactcenter;

import org.springframework.modulith.ApplicationModule;
