package org.communitydesk.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * JSON of strangers: strict UTF-8, no key twice, bounded in depth, in the number of its parts and
 * in the length of a text, a name and a number.
 */
public final class Json {

  static final int MAX_DEPTH = 64;
  static final int MAX_TEXT = 100_000;
  static final int MAX_NAME = 1_000;
  static final int MAX_PARTS = 500_000;
  private static final char REPLACEMENT = '\uFFFD';

  private static final JsonMapper STRICT =
      mapper(
          new JsonFactoryBuilder()
              .streamReadConstraints(bounds(MAX_DEPTH, MAX_TEXT, MAX_PARTS))
              .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION));

  // A poll's answer holds strangers' events: one bad event must not make its neighbours unreadable.
  private static final JsonMapper WIDE =
      mapper(new JsonFactoryBuilder().streamReadConstraints(bounds(900, 10_000_000, 2_000_000)));

  private Json() {}

  /** The bytes are no JSON that we read; the message says why and quotes nothing of them. */
  public static final class Unreadable extends Exception {

    private Unreadable(String reason) {
      super(reason);
    }
  }

  /**
   * Never null; a missing body is {@link Unreadable}.
   *
   * @throws Unreadable when the bytes are not JSON or exceed a bound
   */
  public static JsonNode read(byte[] body) throws Unreadable {
    JsonNode root;
    try {
      root =
          STRICT.readTree(
              StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
    } catch (StreamConstraintsException e) {
      throw new Unreadable(
          "JSON nested deeper than "
              + MAX_DEPTH
              + " levels, a text longer than "
              + MAX_TEXT
              + " characters, a name longer than "
              + MAX_NAME
              + ", a number longer than 100 digits or more than "
              + MAX_PARTS
              + " parts");
    } catch (JacksonException e) {
      throw new Unreadable("not valid JSON");
    } catch (CharacterCodingException e) {
      throw new Unreadable("not UTF-8");
    }
    if (root.isMissingNode()) {
      throw new Unreadable("an empty body");
    }
    return root;
  }

  /**
   * The text of that field of the object itself, found in passing: nothing else is kept, and what
   * comes after a fault is not looked at.
   *
   * @return null when there is no such text, or more than one
   */
  public static String onlyText(byte[] body, String field) {
    String found = null;
    boolean seen = false;
    // any byte is a letter of Latin-1, so that bad UTF-8 elsewhere does not hide the field
    try (JsonParser json =
        WIDE.createParser(
            new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.ISO_8859_1))) {
      boolean isObject = json.nextToken() == JsonToken.START_OBJECT;
      while (isObject && json.nextToken() == JsonToken.FIELD_NAME) {
        boolean asked = json.currentName().equals(field);
        if (asked && seen) {
          return null;
        }
        seen |= asked;
        if (json.nextToken() == JsonToken.VALUE_STRING && asked) {
          found =
              new String(
                  json.getText().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        } else {
          json.skipChildren();
        }
      }
    } catch (IOException broken) {
      return found;
    }
    return found;
  }

  /** An answer of a platform that we asked; a missing node when it is no JSON. */
  static JsonNode readAnswer(byte[] body) {
    try {
      return WIDE.readTree(new String(body, StandardCharsets.UTF_8));
    } catch (JacksonException e) {
      return MissingNode.getInstance();
    }
  }

  /** UTF-8; a half of a surrogate pair that stands alone becomes U+FFFD. */
  public static byte[] write(Object value) {
    try {
      return withoutHalves(STRICT.writeValueAsString(value)).getBytes(StandardCharsets.UTF_8);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("Not writable as JSON", e);
    }
  }

  /** A text that every database takes: NUL and halves of surrogate pairs become U+FFFD. */
  public static String clean(String text) {
    return withoutHalves(text.replace('\0', REPLACEMENT));
  }

  // strangers' names are not remembered from one body to the next
  private static JsonMapper mapper(JsonFactoryBuilder factory) {
    factory.disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES);
    factory.disable(JsonFactory.Feature.INTERN_FIELD_NAMES);
    return JsonMapper.builder(factory.build())
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build();
  }

  private static StreamReadConstraints bounds(int depth, int text, int parts) {
    return StreamReadConstraints.builder()
        .maxNestingDepth(depth)
        .maxStringLength(text)
        .maxNameLength(MAX_NAME)
        .maxNumberLength(100)
        .maxTokenCount(parts)
        .build();
  }

  private static String withoutHalves(String text) {
    StringBuilder whole = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? REPLACEMENT : c)
        .forEach(whole::appendCodePoint);
    return whole.toString();
  }
}
