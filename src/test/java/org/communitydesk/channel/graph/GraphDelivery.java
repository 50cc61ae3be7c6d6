package org.communitydesk.channel.graph;

import java.util.HashMap;
import java.util.Map;
import org.communitydesk.channel.Delivery;
import org.communitydesk.http.Hmac;
import org.communitydesk.http.Secret;

/** Deliveries as Meta signs them. */
public final class GraphDelivery {

  private GraphDelivery() {}

  /** A null secret leaves the signature out; a blank one leaves it empty. */
  public static Delivery post(byte[] body, String secret) {
    Map<String, String> headers = new HashMap<>(Map.of("content-type", "application/json"));
    if (secret != null) {
      String hex = secret.isBlank() ? "" : Hmac.hex(Secret.of(secret), body);
      headers.put("x-hub-signature-256", "sha256=" + hex);
    }
    return new Delivery("POST", headers, Map.of(), body, "");
  }

  /** The question with which Meta proves that an address is ours. */
  public static Delivery handshake(String mode, String token, String challenge) {
    return new Delivery(
        "GET",
        Map.of(),
        Map.of("hub.mode", mode, "hub.verify_token", token, "hub.challenge", challenge),
        new byte[0],
        "");
  }
}
