package org.communitydesk.sandbox.vk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.communitydesk.sandbox.world.Counters;
import org.communitydesk.sandbox.world.Hooks;
import org.communitydesk.sandbox.world.Json;
import org.communitydesk.sandbox.world.Picture;
import org.communitydesk.sandbox.world.Pictures;
import org.springframework.stereotype.Component;

/**
 * Files on their way out, in three steps: an address, the file itself, the saving, whose answer
 * names what can be attached. The name's access key is the id of the file.
 */
@Component
class VkUploads implements VkSection {

  private static final String COUNTER = "attachment";
  private static final long FIRST = 457_000_001;
  private static final Pattern NAME =
      Pattern.compile("(?:photo|doc)" + Vk.OWNER + "_\\d+_([0-9a-f]{32})");

  private final Pictures pictures;
  private final Counters counters;
  private final Hooks hooks;

  VkUploads(Pictures pictures, Counters counters, Hooks hooks) {
    this.pictures = pictures;
    this.counters = counters;
    this.hooks = hooks;
  }

  @Override
  public Map<String, VkMethod> methods() {
    return Map.of(
        "photos.getMessagesUploadServer", VkMethod.read(true, true, request -> address("photo")),
        "photos.saveMessagesPhoto", VkMethod.read(true, true, this::photo),
        "photos.getWallUploadServer", VkMethod.read(false, true, request -> address("photo")),
        "photos.saveWallPhoto", VkMethod.read(false, true, this::photo),
        "docs.getMessagesUploadServer", VkMethod.read(true, true, request -> address("file")),
        "docs.getWallUploadServer", VkMethod.read(true, true, request -> address("file")),
        "docs.save", VkMethod.read(true, true, this::document));
  }

  private JsonNode address(String field) {
    return Json.object().put("upload_url", hooks.home() + "/sandbox/vk/upload/" + field);
  }

  /** What the upload server answers; VK takes no picture by an empty list. */
  ObjectNode take(String field, Picture file) {
    if (field.equals("file")) {
      return Json.object().put("file", pictures.keep(file));
    }
    boolean picture = file.contentType() != null && file.contentType().startsWith("image/");
    return Json.object()
        .put("server", 1)
        .put("photo", picture ? pictures.keep(file) : "[]")
        .put("hash", "sandbox");
  }

  private JsonNode photo(VkRequest request) {
    if (!request.text("hash").equals("sandbox")) {
      throw new VkError(121, "Invalid hash");
    }
    ArrayNode saved = Json.array();
    return saved.add(name(request.text("photo")));
  }

  private JsonNode document(VkRequest request) {
    ObjectNode saved = Json.object().put("type", "doc");
    saved.set("doc", name(request.text("file")).put("title", request.text("title")));
    return saved;
  }

  private ObjectNode name(String file) {
    if (pictures.find(file).isEmpty()) {
      throw VkError.parameter("file is undefined");
    }
    return Json.object()
        .put("id", counters.next(Vk.PLATFORM, COUNTER, FIRST))
        .put("owner_id", Vk.OWNER)
        .put("access_key", file);
  }

  /** The files behind a list of names; a name that was never given is refused. */
  static List<String> files(String names) {
    List<String> files = new ArrayList<>();
    for (String name : names.isEmpty() ? new String[0] : names.split(",", -1)) {
      Matcher found = NAME.matcher(name.strip());
      if (!found.matches()) {
        throw VkError.parameter("attachment is invalid");
      }
      files.add(found.group(1));
    }
    return files;
  }
}
