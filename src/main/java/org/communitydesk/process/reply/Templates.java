package org.communitydesk.process.reply;

import java.util.List;
import org.communitydesk.channel.Channel;
import org.communitydesk.channel.Channels;
import org.communitydesk.channel.Template;
import org.communitydesk.channel.Templated;
import org.communitydesk.conversation.Account;
import org.springframework.stereotype.Component;

/** The approved templates of an account; none where the platform has no such thing. */
@Component
class Templates {

  private final Channels channels;

  Templates(Channels channels) {
    this.channels = channels;
  }

  List<Template> of(Account account) {
    Channel channel = channels.of(account);
    return channel.as(Templated.class).map(Templated::templates).orElseGet(List::of);
  }

  Template named(Account account, String name) {
    return of(account).stream()
        .filter(template -> template.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("Шаблона «" + name + "» среди одобренных нет."));
  }
}
