package io.duly.desk.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.TreeMap;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The description of the API as a whole. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class Described {
  /** The name of the way in which a program says who it is. */
  static final String BEARER = "token";

  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Call.class);
  }

  @Bean
  OpenAPI api() {
    var scheme = new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer").bearerFormat("duly_…").description("A token that a person made on the page /me or with ./duly token add. An address names the scope that it needs.");
    return new OpenAPI()
        .info(new Info().title("Duly").version("1").description("Debt recovery: what the desk does, for programs. Examples are in docs/api.md.").license(new License().name("Apache-2.0").identifier("Apache-2.0")))
        .servers(List.of(new Server().url("/")))
        .components(new Components().addSecuritySchemes(BEARER, scheme))
        .addSecurityItem(new SecurityRequirement().addList(BEARER));
  }

  @Bean
  OperationCustomizer needed() {
    return DescribedOperation::describe;
  }

  /** What a record always holds is required: all but what may be absent. */
  @Bean
  AlwaysThere alwaysThere() {
    return new AlwaysThere();
  }

  @Bean
  GlobalOpenApiCustomizer schemas() {
    return document -> {
      // The model of schemas is raw by its makers.
      @SuppressWarnings("rawtypes")
      var schemas = document.getComponents().getSchemas() == null ? new TreeMap<String, Schema>() : new TreeMap<String, Schema>(document.getComponents().getSchemas());
      schemas.put("Problem", DescribedProblems.schema());
      document.getComponents().setSchemas(schemas);
      new Examples(schemas).addTo(document);
    };
  }
}
