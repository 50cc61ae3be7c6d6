package org.communitydesk.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

/** Posts a signed webhook: one attempt, no redirects, an end to every wait. */
public final class SignedCall {

  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
  private static final Duration TOTAL_LIMIT = Duration.ofSeconds(20);
  private static final Duration WAIT = Duration.ofMinutes(1);
  private static final int MOST_OF_ANSWER = 64 * 1024;

  private final URI address;
  private final WebhookSignature signature;
  private final HttpClient client =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT_LIMIT)
          .build();

  public SignedCall(URI address, WebhookSignature signature) {
    this.address = address;
    this.signature = signature;
  }

  /**
   * @param id the same for every attempt, so that the receiver can tell a repetition
   * @param json UTF-8
   * @throws CallFailure unless the answer's status is 2xx
   */
  public void send(String id, Instant at, byte[] json) throws CallFailure {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(TOTAL_LIMIT)
            .header("Content-Type", "application/json")
            .header("webhook-id", id)
            .header("webhook-timestamp", String.valueOf(at.getEpochSecond()))
            .header("webhook-signature", signature.sign(id, at, json))
            .POST(BodyPublishers.ofByteArray(json))
            .build();
    int status = status(request);
    if (status == 429 || status >= 500) {
      throw new CallFailure.Busy("The receiver of the webhook answers HTTP " + status, WAIT);
    }
    if (status / 100 != 2) {
      throw new CallFailure.Refused("The receiver of the webhook answers HTTP " + status);
    }
  }

  private int status(HttpRequest request) {
    try {
      HttpResponse<byte[]> answer = client.send(request, head -> new Capped(MOST_OF_ANSWER));
      return answer.statusCode();
    } catch (IOException broken) {
      throw new CallFailure.Unsure("The receiver of the webhook cannot be reached");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CallFailure.Unsure("The call was broken off by the stop of the program");
    }
  }
}
