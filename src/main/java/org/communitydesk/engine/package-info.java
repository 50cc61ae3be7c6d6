/**
 * The engine as furniture: its settings, the deployment of {@code processes/} and {@code forms/},
 * who exists and who may do what, what expressions may see.
 *
 * <p>Door: none; the engine finds its plugins, and the security room finds the identity bridges by
 * their Spring types. Not here: any business word, delegates and form listeners (see {@code
 * process}).
 */
@ApplicationModule(
    displayName = "Engine",
    allowedDependencies = {"database", "loop", "security"})
package org.communitydesk.engine;

import org.springframework.modulith.ApplicationModule;
