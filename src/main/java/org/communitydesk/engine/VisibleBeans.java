package org.communitydesk.engine;

import java.util.AbstractMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.ApplicationContext;

/** The beans that diagrams may name: delegates and listeners, no others. */
class VisibleBeans extends AbstractMap<Object, Object> {

  private static final Set<Class<?>> KINDS =
      Set.of(JavaDelegate.class, TaskListener.class, ExecutionListener.class);

  private final ApplicationContext context;

  VisibleBeans(ApplicationContext context) {
    this.context = context;
  }

  @Override
  public boolean containsKey(Object name) {
    return name instanceof String bean
        && context.containsBean(bean)
        && KINDS.stream().anyMatch(kind -> context.isTypeMatch(bean, kind));
  }

  @Override
  public Object get(Object name) {
    return containsKey(name) ? context.getBean((String) name) : null;
  }

  @Override
  public Set<Entry<Object, Object>> entrySet() {
    return names()
        .map(name -> new SimpleImmutableEntry<Object, Object>(name, context.getBean(name)))
        .collect(Collectors.toUnmodifiableSet());
  }

  private Stream<String> names() {
    return KINDS.stream().flatMap(kind -> Stream.of(context.getBeanNamesForType(kind))).distinct();
  }
}
