package org.communitydesk.channel;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Platform;

/**
 * What a platform lets a program do, how long texts may be and until when a person may be answered.
 * The data stand in {@code channel/capabilities.json}.
 *
 * @param can every ability
 * @param textLimits for each kind of message that the platform has
 * @param windows for each kind whose answers are limited in time
 * @param privateAnswerWithin how long after a comment it may be answered privately; null for ever
 * @param rates how often a program may write
 */
public record Capabilities(
    Set<Capability> can,
    Map<Kind, TextLimit> textLimits,
    Map<Kind, AnswerWindow> windows,
    Duration privateAnswerWithin,
    List<Rate> rates) {

  private static final Map<Platform, Capabilities> MATRIX = read();

  /**
   * So many writing calls in so long a time.
   *
   * @param of which replies count; null for all
   */
  public record Rate(int calls, Duration per, Kind of) {}

  public Capabilities {
    can = can.isEmpty() ? Set.of() : Set.copyOf(can);
    textLimits = Map.copyOf(textLimits);
    windows = windows == null ? Map.of() : Map.copyOf(windows);
    rates = rates == null ? List.of() : List.copyOf(rates);
  }

  /** The platform's row of the matrix. */
  public static Capabilities of(Platform platform) {
    return MATRIX.get(platform);
  }

  public boolean can(Capability capability) {
    return can.contains(capability);
  }

  /** Whether a message that is taken from sight, hidden or else deleted, can be shown again. */
  public boolean canBringBack() {
    return can(Capability.HIDE) || can(Capability.RESTORE);
  }

  /**
   * How long a reply of that kind may be.
   *
   * @throws IllegalArgumentException when the platform has no messages of that kind
   */
  public TextLimit textLimit(Kind kind) {
    return Optional.ofNullable(textLimits.get(kind))
        .orElseThrow(() -> new IllegalArgumentException("There is no " + kind + " here"));
  }

  /** Until when messages of that kind may be answered; empty when there is no such limit. */
  public Optional<AnswerWindow> window(Kind kind) {
    return Optional.ofNullable(windows.get(kind));
  }

  /**
   * How long after a person last wrote an answer is taken; empty for ever.
   *
   * @param kind where the answer goes
   * @param answers where the message stands that it answers
   */
  public Optional<Duration> answerWithin(Kind kind, Kind answers) {
    if (kind == Kind.PRIVATE && answers == Kind.COMMENT) {
      return Optional.ofNullable(privateAnswerWithin);
    }
    return window(kind).map(AnswerWindow::longest);
  }

  /** The same without some abilities, because a setting that they need is missing. */
  public Capabilities without(Capability... missing) {
    Set<Capability> left = EnumSet.noneOf(Capability.class);
    left.addAll(can);
    Arrays.asList(missing).forEach(left::remove);
    return new Capabilities(left, textLimits, windows, privateAnswerWithin, rates);
  }

  /** The same where the platform has not granted answers beyond the open window. */
  public Capabilities withoutExtendedWindows() {
    Map<Kind, AnswerWindow> open = new EnumMap<>(Kind.class);
    windows.forEach((kind, window) -> open.put(kind, new AnswerWindow(window.open(), null)));
    return new Capabilities(can, textLimits, open, privateAnswerWithin, rates);
  }

  private static Map<Platform, Capabilities> read() {
    JsonMapper mapper = JsonMapper.builder().addModule(new JavaTimeModule()).build();
    Map<Platform, Capabilities> matrix = new EnumMap<>(Platform.class);
    try (InputStream file = Capabilities.class.getResourceAsStream("/channel/capabilities.json")) {
      ObjectNode rows = (ObjectNode) mapper.readTree(file);
      for (Platform platform : Platform.values()) {
        matrix.put(platform, mapper.treeToValue(rows.path(platform.id()), Capabilities.class));
      }
      return matrix;
    } catch (JacksonException e) {
      throw new IllegalStateException("channel/capabilities.json cannot be read", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
