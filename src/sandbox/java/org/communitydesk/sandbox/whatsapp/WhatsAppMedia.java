package org.communitydesk.sandbox.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.communitydesk.conversation.Platform;
import org.communitydesk.sandbox.graph.Graph;
import org.communitydesk.sandbox.graph.GraphError;
import org.communitydesk.sandbox.graph.GraphMethod;
import org.communitydesk.sandbox.graph.GraphRequest;
import org.communitydesk.sandbox.graph.GraphSection;
import org.communitydesk.sandbox.world.Counters;
import org.communitydesk.sandbox.world.Faults;
import org.communitydesk.sandbox.world.Hooks;
import org.communitydesk.sandbox.world.Json;
import org.communitydesk.sandbox.world.Picture;
import org.communitydesk.sandbox.world.PictureFile;
import org.communitydesk.sandbox.world.Pictures;
import org.communitydesk.sandbox.world.Values;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Pictures and documents by number; the link behind a number opens for the token only. */
@RestController
class WhatsAppMedia implements GraphSection {

  private static final long FIRST = 600_000_000_000_001L;

  private final Pictures pictures;
  private final Values values;
  private final Counters counters;
  private final Faults faults;
  private final Hooks hooks;

  WhatsAppMedia(Pictures pictures, Values values, Counters counters, Faults faults, Hooks hooks) {
    this.pictures = pictures;
    this.values = values;
    this.counters = counters;
    this.faults = faults;
    this.hooks = hooks;
  }

  @Override
  public Platform platform() {
    return WhatsApp.PLATFORM;
  }

  @Override
  public Map<String, GraphMethod> methods() {
    return Map.of(
        "GET ", GraphMethod.read(this::describe),
        "POST media", GraphMethod.write(WhatsApp.limit(), this::upload));
  }

  private JsonNode describe(GraphRequest request) {
    String picture = find(request.id()).orElseThrow(() -> GraphError.gone(request.id()));
    Picture content = content(picture);
    return Json.object()
        .put("url", hooks.home() + "/sandbox/whatsapp/media/" + picture)
        .put("mime_type", content.contentType())
        .put("sha256", HexFormat.of().formatHex(DigestUtils.sha256(content.content())))
        .put("file_size", content.content().length)
        .put("id", request.id())
        .put("messaging_product", "whatsapp");
  }

  private JsonNode upload(GraphRequest request) {
    WhatsApp.ofNumber(request);
    if (request.upload() == null) {
      throw GraphError.parameter("The parameter file is required");
    }
    return Json.object().put("id", number(pictures.keep(request.upload())));
  }

  /** The file behind a number; empty for one that was never given. */
  Optional<String> find(String number) {
    return values.get(WhatsApp.PLATFORM, "media " + number);
  }

  private String number(String picture) {
    String number = String.valueOf(counters.next(WhatsApp.PLATFORM, "media", FIRST));
    values.set(WhatsApp.PLATFORM, "media " + number, picture);
    return number;
  }

  /** A person's message with the file: an image, or else a document. */
  ObjectNode content(String picture, String caption) {
    Picture content = content(picture);
    boolean image = content.contentType().startsWith("image/");
    String type = image ? "image" : "document";
    ObjectNode message = Json.object().put("type", type);
    ObjectNode file = message.putObject(type);
    file.put("id", number(picture))
        .put("mime_type", content.contentType())
        .put("sha256", Base64.getEncoder().encodeToString(DigestUtils.sha256(content.content())));
    if (!image) {
      file.put("filename", "document");
    }
    if (!caption.isEmpty()) {
      file.put("caption", caption);
    }
    return message;
  }

  /** An address that gives nothing counts as an empty image. */
  private Picture content(String picture) {
    return pictures.find(picture).orElseGet(() -> new Picture("image/jpeg", new byte[0]));
  }

  @GetMapping("/sandbox/whatsapp/media/{id}")
  ResponseEntity<byte[]> file(
      @PathVariable String id,
      @RequestHeader(name = "Authorization", required = false) String authorization) {
    boolean known =
        ("Bearer " + Graph.TOKEN).equals(authorization) && !faults.tokenExpired(WhatsApp.PLATFORM);
    return known ? PictureFile.answer(pictures.find(id)) : ResponseEntity.status(401).build();
  }
}
