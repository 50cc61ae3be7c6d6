/**
 * Who may come in at which door. Default is no.
 *
 * <p>Door: none; Spring Security finds the chains. Not here: people, groups and passwords, which
 * the engine keeps and offers through Spring's own interfaces, and rights inside the engine.
 */
@ApplicationModule(
    displayName = "Security",
    allowedDependencies = {})
package org.communitydesk.security;

import org.springframework.modulith.ApplicationModule;
