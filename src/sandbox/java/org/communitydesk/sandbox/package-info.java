/**
 * The simulated platforms and the page on which a visitor plays their users. A source set of its
 * own, compiled after the product, which cannot see it.
 *
 * <p>Door: none in Java; over HTTP {@code /sandbox}, {@code /sandbox/api} and {@code
 * /sandbox/<platform>}. A platform is one package ({@code sandbox.vk}) on the common ground of
 * {@code sandbox.world}. Not here: anything the product needs outside the sandbox.
 */
@ApplicationModule(
    displayName = "Sandbox",
    allowedDependencies = {
      "channel",
      "conversation",
      "database",
      "engine",
      "knowledge",
      "loop",
      "security",
      "channelhealth",
      "http"
    })
package org.communitydesk.sandbox;

import org.springframework.modulith.ApplicationModule;
