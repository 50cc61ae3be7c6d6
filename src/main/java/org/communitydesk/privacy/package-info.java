/**
 * Personal data in what people write: finds it and makes it unreadable before it is kept.
 *
 * <p>Door: {@link org.communitydesk.privacy.CardNumbers}. Not here: who may read what (see {@code
 * security}) and the storage of texts (see {@code cases}).
 */
@ApplicationModule(
    displayName = "Privacy",
    allowedDependencies = {"conversation"})
package org.communitydesk.privacy;

import org.springframework.modulith.ApplicationModule;
