package org.communitydesk.sandbox.graph;

import java.util.function.ToIntFunction;
import org.communitydesk.conversation.Platform;

/**
 * The brand's private messages on Facebook or Instagram; both are reached through the Page.
 *
 * @param object of deliveries
 * @param pageId of the Page that calls are made with
 * @param ownId of the sender of the brand's messages
 * @param midPrefix of the ids of messages
 * @param most how long a text may be
 * @param length how the platform counts it
 * @param remembers whether echoes return {@code metadata} and deliveries are told
 * @param needsTalk whether only those can be blocked who have written privately
 * @param strangerSubcode of error 100 when there is no such person
 * @param lateSubcode of error 10 when the person wrote too long ago
 */
public record Mailbox(
    Platform platform,
    String object,
    String pageId,
    String ownId,
    String midPrefix,
    int most,
    ToIntFunction<String> length,
    boolean remembers,
    boolean needsTalk,
    int strangerSubcode,
    int lateSubcode) {}
