package org.communitydesk.channel;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.communitydesk.conversation.Platform;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.stereotype.Component;

/** The platforms' packages as the program finds them: every {@link ChannelFactory} bean. */
public final class Leaves {

  private Leaves() {}

  public static List<ChannelFactory> all(Clock clock) {
    try (var context = new AnnotationConfigApplicationContext()) {
      context.registerBean(Clock.class, () -> clock);
      var scanner = new ClassPathBeanDefinitionScanner(context, false);
      scanner.addIncludeFilter(
          (type, factory) ->
              type.getAnnotationMetadata().hasAnnotation(Component.class.getName())
                  && Set.of(type.getClassMetadata().getInterfaceNames())
                      .contains(ChannelFactory.class.getName()));
      scanner.scan(Leaves.class.getPackageName());
      context.refresh();
      return context.getBeanProvider(ChannelFactory.class).stream().toList();
    }
  }

  /** The one of that platform. */
  public static ChannelFactory of(Platform platform, Clock clock) {
    return all(clock).stream()
        .filter(maker -> maker.platform() == platform)
        .findFirst()
        .orElseThrow();
  }
}
