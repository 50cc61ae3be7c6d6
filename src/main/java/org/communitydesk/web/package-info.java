/**
 * The back end of the web pages: joins what the rooms know of a case, a task, a channel, for our
 * REST and for the plugins of Tasklist and Cockpit.
 *
 * <p>Door: none but HTTP below {@code /api}. Not here: any decision.
 */
@ApplicationModule(
    displayName = "Web",
    allowedDependencies = {
      "conversation",
      "database",
      "access",
      "privacy",
      "calendar",
      "cases",
      "contactcenter",
      "problem",
      "channel",
      "knowledge",
      "live",
      "policy",
      "publication",
      "sanction",
      "advocate",
      "triage",
      "channelhealth",
      "http"
    })
package org.communitydesk.web;

import org.springframework.modulith.ApplicationModule;
