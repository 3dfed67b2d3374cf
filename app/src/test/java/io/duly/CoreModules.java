package io.duly;

import java.util.stream.Stream;
import org.springframework.modulith.core.ApplicationModuleDetectionStrategy;
import org.springframework.modulith.core.ApplicationModuleInformation;
import org.springframework.modulith.core.JavaPackage;
import org.springframework.modulith.core.NamedInterfaces;

/**
 * Every package below {@code io.duly} is a module. The pure core cannot say itself that others may use {@code
 * rules.contact}, for that takes an annotation that it does not see: so it is said here.
 */
public final class CoreModules implements ApplicationModuleDetectionStrategy {
  private final ApplicationModuleDetectionStrategy usual = ApplicationModuleDetectionStrategy.directSubPackage();

  @Override
  public Stream<JavaPackage> getModuleBasePackages(JavaPackage root) {
    return usual.getModuleBasePackages(root);
  }

  @Override
  public NamedInterfaces detectNamedInterfaces(JavaPackage module, ApplicationModuleInformation information) {
    var own = usual.detectNamedInterfaces(module, information);
    return module.getName().equals("io.duly.rules")
        ? own.and(NamedInterfaces.builder(module).matching("contact").build())
        : own;
  }
}
