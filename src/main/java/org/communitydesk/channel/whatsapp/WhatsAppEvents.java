package org.communitydesk.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.communitydesk.channel.graph.GraphEvent;
import org.communitydesk.channel.graph.GraphValue;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Attachment;
import org.communitydesk.conversation.Author;
import org.communitydesk.conversation.InboundEvent;
import org.communitydesk.conversation.InboundEvent.DeliveryReceipt.Status;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Message;
import org.communitydesk.http.Json;

/** What the changes of a business account mean. */
final class WhatsAppEvents {

  private static final String UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  // https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/reference, 2026-11.
  private static final Set<String> OF_NO_USE =
      Set.of(
          """
          account_alerts account_review_update account_settings_update account_update
          automatic_events business_capability_update business_status_update
          business_username_update calls flows group_lifecycle_update group_participants_update
          group_settings_update group_status_update history message_template_components_update
          message_template_quality_update message_template_status_update messaging_handovers
          partner_solutions payment_configuration_update phone_number_name_update
          phone_number_quality_update security smb_app_state_sync template_category_update
          template_correct_category_detection tracking_events user_id_update user_preferences\
          """
              .split("\\s+"));

  private final Account account;
  private final WhatsAppHook hook;

  WhatsAppEvents(Account account, WhatsAppHook hook) {
    this.account = account;
    this.hook = hook;
  }

  InboundEvent understand(byte[] body) {
    try {
      GraphEvent event = GraphEvent.read(body);
      if (!hook.isOurs(event)) {
        return new InboundEvent.Ignored("the event is of another number");
      }
      return heard(event);
    } catch (Json.Unreadable e) {
      return new InboundEvent.Unclear(e.getMessage());
    } catch (Incomplete e) {
      return new InboundEvent.Unclear("a message or status " + e.getMessage());
    }
  }

  private InboundEvent heard(GraphEvent event) throws Incomplete {
    JsonNode value = event.value();
    if (value.path("messages").has(0)) {
      return message(value, value.path("messages").path(0));
    }
    if (value.path("statuses").has(0)) {
      return status(value, value.path("statuses").path(0));
    }
    if (value.path("message_echoes").has(0)) {
      return echo(value.path("message_echoes").path(0));
    }
    if (value.path("errors").has(0)) {
      return new InboundEvent.Ignored(
          "the platform reports the error " + value.path("errors").path(0).path("code").asInt());
    }
    if (WhatsAppHook.LISTS.stream().anyMatch(list -> value.path(list).isArray())) {
      return new InboundEvent.Ignored("an empty list");
    }
    return OF_NO_USE.contains(event.field())
        ? new InboundEvent.Ignored(event.field() + " does not concern the desk")
        : new InboundEvent.Unclear("a change of an unknown kind");
  }

  private InboundEvent message(JsonNode value, JsonNode said) throws Incomplete {
    return switch (GraphValue.text(said.path("type"))) {
      case "reaction" -> new InboundEvent.Ignored("a reaction");
      case "system" ->
          new InboundEvent.Ignored("the person has changed the number, the id or the keys");
      case "request_welcome" -> new InboundEvent.Ignored("the person has opened the chat");
      case "revoke" -> new InboundEvent.MessageRemoved(account, original(said, "revoke"), at(said));
      case "edit" -> {
        Message edited =
            whole(value, said, said.path("edit").path("message"), original(said, "edit"));
        yield new InboundEvent.MessageEdited(
            edited, edited.at().getEpochSecond(), !isEmpty(edited));
      }
      default -> new InboundEvent.MessageReceived(filled(whole(value, said, said, id(said, "id"))));
    };
  }

  private Message whole(JsonNode value, JsonNode said, JsonNode shown, String externalId)
      throws Incomplete {
    Author author = WhatsAppParts.author(value, said);
    if (author.id().isEmpty()) {
      throw new Incomplete("of nobody");
    }
    return message(externalId, author, author.id(), said, shown);
  }

  private Message message(
      String externalId, Author author, String person, JsonNode said, JsonNode shown)
      throws Incomplete {
    if (!WhatsAppParts.isKnown(shown)) {
      throw new Incomplete("of an unknown type");
    }
    String text = WhatsAppParts.text(shown);
    List<Attachment> attachments = WhatsAppParts.attachments(shown);
    String answered = GraphValue.id(shown.path("context").path("id"));
    return new Message(
        account,
        Kind.PRIVATE,
        externalId,
        author,
        person,
        answered.isEmpty() ? null : answered,
        at(said),
        text,
        attachments);
  }

  private InboundEvent status(JsonNode value, JsonNode told) throws Incomplete {
    if (told.has("recipient_participant_id") || told.has("recipient_participant_user_id")) {
      return new InboundEvent.Ignored("the status of a message in a group");
    }
    String name = GraphValue.text(told.path("status"));
    Status status =
        switch (name) {
          case "sent" -> Status.ACCEPTED;
          case "delivered" -> Status.DELIVERED;
          case "read", "played" -> Status.READ;
          case "failed" -> Status.FAILED;
          default -> null;
        };
    if (status == null) {
      return new InboundEvent.Unclear("a status of an unknown kind");
    }
    String key = GraphValue.text(told.path("biz_opaque_callback_data"));
    return new InboundEvent.DeliveryReceipt(
        account,
        id(told, "id"),
        key.matches(UUID_FORM) ? key : null,
        WhatsAppParts.recipient(value, told),
        status,
        status == Status.FAILED ? WhatsAppFailures.reason(told.path("errors").path(0)) : null,
        at(told));
  }

  /** Somebody answers from the WhatsApp Business app; what we send by API has no echo. */
  private InboundEvent echo(JsonNode said) throws Incomplete {
    String type = GraphValue.text(said.path("type"));
    if (type.equals("revoke")) {
      return new InboundEvent.MessageRemoved(account, original(said, "revoke"), at(said));
    }
    if (type.equals("edit") || type.equals("reaction")) {
      return new InboundEvent.Ignored("the brand's own " + type);
    }
    String person = WhatsAppParts.first(said, "to_user_id", "to");
    if (person.isEmpty()) {
      throw new Incomplete("of our own to nobody");
    }
    Author brand = new Author(hook.number(), "");
    return new InboundEvent.EchoReceived(
        filled(message(id(said, "id"), brand, person, said, said)), null);
  }

  private static Message filled(Message message) throws Incomplete {
    if (isEmpty(message)) {
      throw new Incomplete("without content");
    }
    return message;
  }

  private static boolean isEmpty(Message message) {
    return message.text().isEmpty() && message.attachments().isEmpty();
  }

  private static String original(JsonNode said, String kind) throws Incomplete {
    return id(said.path(kind), "original_message_id");
  }

  private static String id(JsonNode object, String field) throws Incomplete {
    String id = GraphValue.id(object.path(field));
    if (id.isEmpty()) {
      throw new Incomplete("without " + field);
    }
    return id;
  }

  private static Instant at(JsonNode said) throws Incomplete {
    return GraphValue.seconds(said.path("timestamp"))
        .orElseThrow(() -> new Incomplete("without a possible time"));
  }

  private static final class Incomplete extends Exception {
    Incomplete(String what) {
      super(what);
    }
  }
}
