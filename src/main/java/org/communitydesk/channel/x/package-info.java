/**
 * X: mentions, answers and private messages by the X Activity API, replies with the account's OAuth
 * 2.0 user token, API v2.
 *
 * <p>Door: none, {@code XChannel.Maker} is found as a {@code ChannelFactory}. On the self-serve
 * tier only those may be answered who named or quoted the brand (since 2026-02-23), and nobody can
 * be blocked. Answers to answers raise no event: with {@code polling} they are searched for. Access
 * tokens live two hours; whoever refreshes them writes the new one into the settings. Not here:
 * deleting others' posts, which X does not have; encrypted messages, which only X's own site reads.
 */
@ApplicationModule(
    displayName = "X",
    allowedDependencies = {"channel", "conversation", "http"})
package org.communitydesk.channel.x;

import org.springframework.modulith.ApplicationModule;
