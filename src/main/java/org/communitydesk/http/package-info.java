/**
 * Talking HTTP: the client, time limits, secrets, safe downloads, strangers' JSON, and the ways in
 * which a call can fail.
 *
 * <p>Door: {@code PlatformApi} with {@code Content} and {@code FailureTable}, {@code Download},
 * {@code Json}, {@code Body}, {@code Secret}, {@code CallFailure}. Not here: anything that knows a
 * platform.
 */
@ApplicationModule(
    displayName = "HTTP",
    allowedDependencies = {})
package org.communitydesk.http;

import org.springframework.modulith.ApplicationModule;
