package org.communitydesk.engine;

import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.springframework.context.ApplicationContext;

/**
 * Expressions see variables and {@link VisibleBeans}, and look into {@link SafePropertyResolver}
 * only.
 */
class Expressions extends SpringExpressionManager {

  Expressions(ApplicationContext context) {
    super(context, new VisibleBeans(context));
  }

  @Override
  protected ELResolver createElResolver() {
    CompositeELResolver resolvers = new CompositeELResolver();
    resolvers.add(new SafePropertyResolver());
    resolvers.add(super.createElResolver());
    return resolvers;
  }
}
