/**
 * Threads that go on whatever happens: started again after every fault, and said to be down while
 * they are.
 *
 * <p>Door: {@link org.communitydesk.loop.Loops} starts a {@link org.communitydesk.loop.Loop}. Not
 * here: what is done in them, and the engine's jobs, which have retries of their own.
 */
@ApplicationModule(
    displayName = "Loop",
    allowedDependencies = {})
package org.communitydesk.loop;

import org.springframework.modulith.ApplicationModule;
