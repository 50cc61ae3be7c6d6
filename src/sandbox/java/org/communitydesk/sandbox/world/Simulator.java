package org.communitydesk.sandbox.world;

import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.Set;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Platform;

/**
 * A simulated platform as its users and its operator see it; the desk sees it only over HTTP. All
 * that changes it is called in a transaction.
 */
public interface Simulator {

  Platform platform();

  /** The kinds of message that the platform has. */
  Set<Kind> kinds();

  /** Makes the one post that is always there. */
  void openDefaultPost();

  /** A new post of the brand; returns its id. */
  String addPost(String text);

  /**
   * A user writes.
   *
   * @return the id of the message
   * @throws Objection when the platform would not let him
   */
  String say(Draft draft);

  /** The author changes his message. */
  void edit(Entry entry, String text);

  /** The author deletes his message. */
  void remove(Entry entry);

  /**
   * A person becomes reachable or unreachable for the brand's private messages.
   *
   * @throws Objection 422 where the platform does not simulate it
   */
  default void reach(String personId, Reach reach) {
    throw new Objection(422, platform().title() + ": недоступность людей здесь не имитируется");
  }

  /**
   * An administrator keeps a person out on the platform's own pages; the platform tells the desk
   * what it tells of that.
   *
   * @throws Objection 422 where the platform has no such thing
   */
  default void banned(Ban ban) {}

  /** An administrator lets a person in again on the platform's own pages. */
  default void unbanned(String personId) {}

  /** Whether the platform tells the desk nothing by itself and waits to be asked. */
  boolean polled();

  /** The delivery of one event to the desk's hook, signed. */
  HttpRequest.Builder delivery(Event event);

  /** Whether the hook's answer means that the event need not be sent again. */
  boolean taken(int status, String body);

  /** Lets end what ends by itself. */
  void passTime(Instant now);

  /** The path of a picture's link on this platform. */
  String link(String pictureId);
}
