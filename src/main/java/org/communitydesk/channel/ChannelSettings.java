package org.communitydesk.channel;

import java.net.URI;
import org.communitydesk.wire.Secret;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code desk.channel.<platform>.<account>.*}; what is not set is null or an empty
 * {@link Secret}.
 *
 * @param ownId the brand's own id on the platform
 * @param discussionId Telegram: the discussion group, negative
 * @param confirmation VK: the text that answers the Callback API's confirmation
 * @param baseUrl the platform's API; null means the public one
 * @param polling ask for events instead of waiting for the hook
 * @param proxy {@code http://host:port}; null means none
 */
public record ChannelSettings(
    String ownId,
    String discussionId,
    Secret token,
    Secret adminToken,
    Secret secret,
    Secret verifyToken,
    String confirmation,
    URI baseUrl,
    @DefaultValue("false") boolean polling,
    URI proxy) {

  public ChannelSettings {
    token = token == null ? Secret.of("") : token;
    adminToken = adminToken == null ? Secret.of("") : adminToken;
    secret = secret == null ? Secret.of("") : secret;
    verifyToken = verifyToken == null ? Secret.of("") : verifyToken;
  }
}
