package org.communitydesk.channel.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.communitydesk.channel.ReadBack;

/**
 * Recognises a reply of ours in a list that the platform shows, by author, time and text.
 *
 * @param ownId of the author
 * @param textField where the text stands
 * @param timeField where the time stands
 */
public record GraphMatch(String ownId, String textField, String timeField) {

  private static final Duration CLOCK_DIFFERENCE = Duration.ofSeconds(60);

  /**
   * Exactly one with this text is the reply; none of ours at all in a list that reaches far enough
   * means that there is none; everything else a person must judge.
   *
   * @param page {@code data} and {@code paging}
   * @param since when the reply was tried
   */
  public ReadBack find(JsonNode page, String text, Instant since) {
    return find(page, text, since, item -> true);
  }

  /**
   * As {@link #find(JsonNode, String, Instant)}, where the same text elsewhere proves nothing.
   *
   * @param stands whether an item stands where the reply would
   */
  public ReadBack find(JsonNode page, String text, Instant since, Predicate<JsonNode> stands) {
    Instant from = since.minus(CLOCK_DIFFERENCE);
    List<JsonNode> all = StreamSupport.stream(page.path("data").spliterator(), false).toList();
    List<JsonNode> late = all.stream().filter(item -> !at(item).isBefore(from)).toList();
    List<JsonNode> same =
        late.stream()
            .filter(item -> author(item).equals(ownId))
            .filter(item -> plain(item).equals(GraphValue.plain(text)))
            .filter(stands)
            .toList();
    String id = same.size() == 1 ? GraphValue.id(same.get(0).path("id")) : "";
    if (!id.isEmpty()) {
      return new ReadBack.Found(id);
    }
    boolean whole =
        page.path("data").isArray()
            && (!page.path("paging").has("next") || late.size() < all.size());
    return whole && late.stream().noneMatch(this::mayBeOurs)
        ? new ReadBack.Absent()
        : new ReadBack.CannotTell();
  }

  /** The author is left out where a right is missing. */
  private boolean mayBeOurs(JsonNode item) {
    return author(item).isEmpty() || author(item).equals(ownId);
  }

  private static String author(JsonNode item) {
    return item.path("from").path("id").asText("");
  }

  private String plain(JsonNode item) {
    return GraphValue.plain(item.path(textField).asText(""));
  }

  private Instant at(JsonNode item) {
    return GraphValue.written(item.path(timeField).asText("")).orElse(Instant.MAX);
  }
}
