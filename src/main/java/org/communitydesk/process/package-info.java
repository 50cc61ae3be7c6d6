/**
 * The words that diagrams use, and the glue between the engine and the rooms: it starts and
 * continues cases, one delegate stands behind each service task ({@code process.task}), one
 * listener behind each form ({@code process.form}).
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
      "wire",
      "channel",
      "intake",
      "cases",
      "burst",
      "knowledge",
      "policy",
      "publication",
      "sanction",
      "advocate",
      "triage",
      "watch",
      "contactcenter"
    })
package org.communitydesk.process;

import org.springframework.modulith.ApplicationModule;
