package org.communitydesk.sandbox.world;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The pictures and files that users and the brand attach; each has a link on its platform. */
@Component
public class Pictures {

  private static final int LIMIT = 20_000_000;
  private static final Pattern DATA =
      Pattern.compile(
          "data:([A-Za-z0-9.+-]+/[A-Za-z0-9.+-]+)?(?:;[^,;]*)*;base64,(.*)", Pattern.DOTALL);

  private final JdbcClient jdbc;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();

  Pictures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param address a {@code data:} address with base64, or http(s): fetched when it is first asked
   *     for, so that a bad one fails where a platform's would
   * @return the picture's id
   * @throws Objection 400 for any other address, or more than 20 MB
   */
  public String keep(String address) {
    if (address.startsWith("data:")) {
      Picture picture = decode(address);
      return add(null, picture.contentType(), picture.content());
    }
    if (!address.matches("https?://\\S+")) {
      throw new Objection(
          400, "imageUrl должен начинаться с http://, https:// или data:<тип>;base64,");
    }
    return add(address, null, null);
  }

  public String keep(Picture picture) {
    return add(null, picture.contentType(), picture.content());
  }

  /** Empty when there is no such picture, or its address does not give one. */
  public Optional<Picture> find(String id) {
    return jdbc.sql("select * from sandbox_picture where picture_id = :id")
        .param("id", id)
        .query(
            (row, i) ->
                row.getBytes("content") == null
                    ? fetch(id, row.getString("source"))
                    : Optional.of(
                        new Picture(row.getString("content_type"), row.getBytes("content"))))
        .optional()
        .flatMap(found -> found);
  }

  /** Whether it is another file than a picture; false as long as its type is unknown. */
  public boolean isFile(String id) {
    return jdbc.sql(
            """
            select exists (select 1 from sandbox_picture
              where picture_id = :id and content_type not like 'image/%')
            """)
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  private String add(String source, String contentType, byte[] content) {
    String id = UUID.randomUUID().toString().replace("-", "");
    jdbc.sql(
            """
            insert into sandbox_picture (picture_id, source, content_type, content)
            values (:id, :source, :type, :content)
            """)
        .param("id", id)
        .param("source", source)
        .param("type", contentType)
        .param("content", content)
        .update();
    return id;
  }

  private Optional<Picture> fetch(String id, String source) {
    try {
      HttpResponse<byte[]> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(source)).timeout(Duration.ofSeconds(10)).build(),
              HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200 || answer.body().length > LIMIT) {
        return Optional.empty();
      }
      String type = answer.headers().firstValue("content-type").orElse("application/octet-stream");
      jdbc.sql(
              """
              update sandbox_picture set content_type = :type, content = :content
              where picture_id = :id
              """)
          .param("id", id)
          .param("type", type)
          .param("content", answer.body())
          .update();
      return Optional.of(new Picture(type, answer.body()));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static Picture decode(String address) {
    Matcher parts = DATA.matcher(address);
    if (!parts.matches()) {
      throw new Objection(400, "Адрес data: понимается только вида data:<тип>;base64,<данные>");
    }
    try {
      byte[] content = Base64.getMimeDecoder().decode(parts.group(2));
      if (content.length > LIMIT) {
        throw new Objection(400, "Картинка больше 20 МБ");
      }
      String type = parts.group(1);
      return new Picture(type == null ? "application/octet-stream" : type, content);
    } catch (IllegalArgumentException e) {
      throw new Objection(400, "Картинка в imageUrl записана не в base64");
    }
  }
}
