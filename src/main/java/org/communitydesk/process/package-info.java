/**
 * The words that diagrams use (variables, messages, errors, choices) and what all stories share.
 * Below it stands one package for each family of diagrams: its delegates, one for each service
 * task, its listeners, {@code Prepare…Form} and {@code Submit…Form}, and what starts and continues
 * its cases.
 *
 * <p>Door: none; other rooms declare ports and this room implements them. Not here: what a room can
 * do by itself, and any business {@code if}: that is drawn.
 */
@ApplicationModule(
    displayName = "Process",
    allowedDependencies = {
      "conversation",
      "database",
      "privacy",
      "http",
      "channel",
      "intake",
      "cases",
      "problem",
      "knowledge",
      "policy",
      "publication",
      "sanction",
      "advocate",
      "triage",
      "channelhealth",
      "contactcenter",
      "calendar"
    })
package org.communitydesk.process;

import org.springframework.modulith.ApplicationModule;
