package org.communitydesk.advocate;

import java.time.Instant;
import org.communitydesk.conversation.Platform;

/**
 * What a supervisor enters of a person who has agreed to speak for the brand.
 *
 * @param accountId the person's own account on the platform: its id or its public name
 * @param disclosure the sentence that states their tie to the brand; every post of theirs holds it
 * @param consentFrom when the consent begins
 * @param consentUntil when it ends, exclusive
 */
public record Registration(
    String name,
    Platform platform,
    String accountId,
    String disclosure,
    Instant consentFrom,
    Instant consentUntil) {}
