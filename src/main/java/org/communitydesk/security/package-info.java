/**
 * Who may come in at which door. Default is no.
 *
 * <p>Door: {@code FirstAdministratorToken}, for the command that prints it; {@code PasswordRule},
 * {@code Pbkdf2} and {@code LoginThrottle}, for the engine, which keeps the passwords; Spring
 * Security finds the chains. Not here: people and groups, which the engine keeps and offers through
 * the interfaces of Spring and the JDK, and rights inside the engine.
 */
@ApplicationModule(
    displayName = "Security",
    allowedDependencies = {})
package org.communitydesk.security;

import org.springframework.modulith.ApplicationModule;
