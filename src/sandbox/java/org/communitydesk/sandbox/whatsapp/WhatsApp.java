package org.communitydesk.sandbox.whatsapp;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.communitydesk.conversation.Platform;
import org.communitydesk.sandbox.graph.GraphError;
import org.communitydesk.sandbox.graph.GraphRequest;
import org.communitydesk.sandbox.world.Counters;

final class WhatsApp {

  static final Platform PLATFORM = Platform.WHATSAPP;
  static final String NUMBER = "1000004";
  static final String BUSINESS = "2000004";
  static final String DISPLAYED = "74950000004";
  static final String TITLE = "Карта «Мир»";
  static final Duration WINDOW = Duration.ofHours(24);

  private static final String COUNTER = "message";

  private WhatsApp() {}

  /** The number of the next message. */
  static long next(Counters counters) {
    return counters.next(PLATFORM, COUNTER, 1);
  }

  /** A message's id: Base64 of the person and the number. */
  static String id(String person, long number) {
    byte[] inner = ("\u001c\u0018" + person + ":" + number).getBytes(StandardCharsets.US_ASCII);
    return "wamid." + Base64.getEncoder().encodeToString(inner);
  }

  /** Whether it is a business-scoped id, given where the phone number is not shown. */
  static boolean isScoped(String person) {
    return person.matches("[A-Z]{2}\\.[A-Za-z0-9.]{1,140}");
  }

  static boolean isPhone(String person) {
    return person.matches("[1-9]\\d{0,14}");
  }

  static GraphError limit() {
    return GraphError.limit(130429, BUSINESS, "whatsapp", Duration.ofMinutes(1));
  }

  /** The call must be of the brand's number. */
  static void ofNumber(GraphRequest request) {
    if (!request.id().equals(NUMBER)) {
      throw GraphError.gone(request.id());
    }
    if (!request.verb().equals("GET") && !request.text("messaging_product").equals("whatsapp")) {
      throw GraphError.parameter("The parameter messaging_product is required");
    }
  }

  /** The call must be of the brand's business account. */
  static void ofBusiness(GraphRequest request) {
    if (!request.id().equals(BUSINESS)) {
      throw GraphError.gone(request.id());
    }
  }
}
