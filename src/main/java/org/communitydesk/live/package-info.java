/**
 * Tells whoever is looking what changes, on every node at once: server-sent events over
 * PostgreSQL's notifications.
 *
 * <p>Tables notify by triggers and the engine by a listener, both inside the transaction that
 * changes something; so nobody hears of what was rolled back. Door: {@code GET /api/live}. Not
 * here: any text or name; an event says which case and what kind of change, and who hears it asks
 * for the rest.
 */
@ApplicationModule(
    displayName = "Live",
    allowedDependencies = {"access", "loop"})
package org.communitydesk.live;

import org.springframework.modulith.ApplicationModule;
