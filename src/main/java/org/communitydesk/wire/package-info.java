/**
 * Talking HTTP: the client, time limits, throttling, signatures, secrets, safe downloads, and the
 * ways in which a call can fail.
 *
 * <p>Door: {@code PlatformApi}, {@code Download}, {@code Secret}, {@code CallFailure}, {@code
 * Signature}. Not here: anything that knows a platform.
 */
@ApplicationModule(
    displayName = "Wire",
    allowedDependencies = {})
package org.communitydesk.wire;

import org.springframework.modulith.ApplicationModule;
