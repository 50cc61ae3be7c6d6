/**
 * The simulated platforms and the page on which a visitor plays their users. Present only in the
 * profile {@code sandbox}.
 *
 * <p>Door: none in Java; over HTTP {@code /sandbox}, {@code /sandbox/api} and {@code
 * /sandbox/<platform>}. A platform is one package ({@code sandbox.vk}) on the common ground of
 * {@code sandbox.world}. Not here: anything the product needs outside the sandbox.
 */
@ApplicationModule(
    displayName = "Sandbox",
    allowedDependencies = {"conversation", "loop", "wire"})
package org.communitydesk.sandbox;

import org.springframework.modulith.ApplicationModule;
