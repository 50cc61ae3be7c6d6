package org.communitydesk.privacy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.BitSet;
import java.util.Optional;

final class JsonBody {

  /** What is deeper is masked as a text: each level takes memory, and a body has millions. */
  private static final int DEEPEST = 1_000;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final String raw;
  private final StringBuilder masked;
  private int copied;

  private JsonBody(String raw) {
    this.raw = raw;
    this.masked = new StringBuilder(raw.length());
  }

  /** Empty when the body is not JSON. */
  static Optional<String> mask(String raw) {
    JsonBody body = new JsonBody(raw);
    try (JsonParser parser = JSON.createParser(raw.toCharArray())) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        int begin = (int) parser.currentTokenLocation().getCharOffset();
        if (token == JsonToken.VALUE_STRING) {
          parser.finishToken();
          body.maskString(begin, FieldName.of(parser).isReference());
        } else if (token.isNumeric() && parser.getParsingContext().inRoot()) {
          return Optional.empty();
        } else if (token.isNumeric() && FieldName.of(parser).isText()) {
          body.maskNumber(begin, parser.getText());
        }
      }
    } catch (IOException notJson) {
      return Optional.empty();
    }
    return Optional.of(body.masked.append(raw, body.copied, raw.length()).toString());
  }

  private void maskNumber(int begin, String number) {
    String safe = CardNumbers.mask(number);
    if (!safe.equals(number)) {
      masked.append(raw, copied, begin).append('"').append(safe).append('"');
      copied = begin + number.length();
    }
  }

  private void maskString(int begin, boolean reference) {
    JsonLiteral literal = JsonLiteral.at(raw, begin);
    String text = literal.text();
    if (reference && !CardNumbers.isAddress(text)) {
      return;
    }
    BitSet hidden = reference ? CardNumbers.hiddenInAddress(text) : CardNumbers.hidden(text);
    for (int i = hidden.nextSetBit(0); i >= 0; i = hidden.nextSetBit(i + 1)) {
      masked.append(raw, copied, literal.begin(i));
      if (!Character.isLowSurrogate(literal.text().charAt(i))) {
        masked.append('*');
      }
      copied = literal.begin(i + 1);
    }
  }
}
