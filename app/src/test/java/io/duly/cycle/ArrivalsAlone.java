package io.duly.cycle;

import io.duly.intake.Arrivals;
import io.duly.kernel.IdSource;
import java.time.Clock;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The arrivals without the rest of the application; they hold no connection of their own. */
final class ArrivalsAlone {
  private ArrivalsAlone() {}

  static Arrivals arrivals() {
    var context = new AnnotationConfigApplicationContext();
    context.registerBean(Clock.class, () -> Clock.systemUTC());
    context.registerBean(IdSource.class, () -> IdSource.of(Clock.systemUTC()));
    context.addBeanFactoryPostProcessor(
        factory -> {
          for (var name : factory.getBeanDefinitionNames()) {
            factory.getBeanDefinition(name).setLazyInit(true);
          }
        });
    context.scan("io.duly.journal", "io.duly.parties", "io.duly.ledger", "io.duly.cases", "io.duly.intake", "io.duly.corrections");
    context.refresh();
    return context.getBean(Arrivals.class);
  }
}
