package org.communitydesk.channel;

import java.net.URI;
import java.time.Duration;
import org.communitydesk.http.Secret;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code desk.channel.<platform>.<account>.*}; what is not set is null or an empty
 * {@link Secret}.
 *
 * @param enabled false switches the account off: nothing is asked or written there
 * @param ownId the brand's own id on the platform
 * @param discussionId Telegram: the discussion group, negative
 * @param channelId Telegram: the channel whose posts are discussed in the group, negative
 * @param confirmation VK: the text that answers the Callback API's confirmation
 * @param pageId Instagram: the Facebook Page that the account is linked with
 * @param businessId WhatsApp: the business account that owns the number and its templates
 * @param handle X: the account's name without {@code @}
 * @param refreshToken X: with which the token is renewed
 * @param clientId X: the app that the refresh token was given to
 * @param clientSecret X: what proves that we are that app, where it is a confidential client
 * @param applicationKey OK: the public key of the application
 * @param applicationSecret OK: the secret key of the application
 * @param apiVersion Graph API: the version in addresses
 * @param senderName Viber: the name above messages, at most 28 characters
 * @param humanAgent Facebook and Instagram: Meta has granted the tag HUMAN_AGENT
 * @param enterprise X: the account has Enterprise access
 * @param baseUrl the platform's API; null means the public one
 * @param filesBaseUrl the folder whose files are fetched also where it lies in our own network, as
 *     behind a gateway; null means none: links are followed to public addresses only
 * @param polling ask for events instead of waiting for the hook
 * @param pollPause the rest after a call of polling, where the platform names no limit
 * @param proxy {@code http://host:port}; null means none
 */
public record ChannelSettings(
    @DefaultValue("true") boolean enabled,
    String ownId,
    String discussionId,
    String channelId,
    Secret token,
    Secret adminToken,
    Secret secret,
    Secret verifyToken,
    String confirmation,
    String pageId,
    String businessId,
    String handle,
    Secret refreshToken,
    String clientId,
    Secret clientSecret,
    String applicationKey,
    Secret applicationSecret,
    @DefaultValue("v26.0") String apiVersion,
    @DefaultValue("Карта «Мир»") String senderName,
    @DefaultValue("false") boolean humanAgent,
    @DefaultValue("false") boolean enterprise,
    URI baseUrl,
    URI filesBaseUrl,
    @DefaultValue("false") boolean polling,
    @DefaultValue("PT1S") Duration pollPause,
    URI proxy) {

  public ChannelSettings {
    token = token == null ? Secret.of("") : token;
    adminToken = adminToken == null ? Secret.of("") : adminToken;
    secret = secret == null ? Secret.of("") : secret;
    verifyToken = verifyToken == null ? Secret.of("") : verifyToken;
    refreshToken = refreshToken == null ? Secret.of("") : refreshToken;
    clientSecret = clientSecret == null ? Secret.of("") : clientSecret;
    applicationSecret = applicationSecret == null ? Secret.of("") : applicationSecret;
  }

  /** The same with other keys. */
  ChannelSettings withKeys(Secret otherToken, Secret otherAdminToken) {
    return new ChannelSettings(
        enabled,
        ownId,
        discussionId,
        channelId,
        otherToken,
        otherAdminToken,
        secret,
        verifyToken,
        confirmation,
        pageId,
        businessId,
        handle,
        refreshToken,
        clientId,
        clientSecret,
        applicationKey,
        applicationSecret,
        apiVersion,
        senderName,
        humanAgent,
        enterprise,
        baseUrl,
        filesBaseUrl,
        polling,
        pollPause,
        proxy);
  }
}
