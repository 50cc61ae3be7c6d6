/**
 * The case file: who said what and when, pictures, drafts, replies, notes and the timeline.
 *
 * <p>Door: {@link org.communitydesk.cases.Arrivals} writes what was heard; {@link
 * org.communitydesk.cases.CaseFiles}, {@link org.communitydesk.cases.Conversations}, {@link
 * org.communitydesk.cases.Journal}, {@link org.communitydesk.cases.Replies}, {@link
 * org.communitydesk.cases.Attachments}; {@link org.communitydesk.cases.Clocks} for deadlines. Not
 * here: what happens next with a case (see {@code processes/}).
 */
@ApplicationModule(
    displayName = "Cases",
    allowedDependencies = {"conversation", "privacy", "calendar", "database"})
package org.communitydesk.cases;

import org.springframework.modulith.ApplicationModule;
