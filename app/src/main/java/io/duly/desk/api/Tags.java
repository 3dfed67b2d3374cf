package io.duly.desk.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolverComposite;
import org.springframework.web.method.support.InvocableHandlerMethod;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ServletRequestDataBinderFactory;
import tools.jackson.databind.json.JsonMapper;

/** The ETag that an address would answer with now. */
@Component
@ConditionalOnWebApplication
final class Tags {
  private final ObjectProvider<RequestMappingHandlerMapping> mappings;
  private final ObjectProvider<RequestMappingHandlerAdapter> adapters;
  private final JsonMapper json;

  Tags(ObjectProvider<RequestMappingHandlerMapping> mappings, ObjectProvider<RequestMappingHandlerAdapter> adapters, JsonMapper json) {
    this.mappings = mappings;
    this.adapters = adapters;
    this.json = json;
  }

  /**
   * Reads what is at the address, as whoever asks would.
   *
   * @param pattern of the address; its places are those of the request
   */
  String of(String pattern, HttpServletRequest request) throws Exception {
    var answer = invoked(reading(pattern), request);
    var said = answer instanceof ResponseEntity<?> whole ? whole.getHeaders().getETag() : null;
    return said == null ? shallow(json.writeValueAsBytes(answer)) : said.replace("\"", "");
  }

  /** As {@link org.springframework.web.filter.ShallowEtagHeaderFilter} makes it of a body. */
  private static String shallow(byte[] body) {
    return "0" + DigestUtils.md5DigestAsHex(body);
  }

  private HandlerMethod reading(String pattern) {
    return mappings.stream()
        .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
        .filter(one -> one.getKey().getPatternValues().contains(pattern) && one.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nothing is read at " + pattern));
  }

  private @Nullable Object invoked(HandlerMethod method, HttpServletRequest request) throws Exception {
    var adapter = adapters.getObject();
    var invocable = new InvocableHandlerMethod(method.createWithResolvedBean());
    var resolvers = new HandlerMethodArgumentResolverComposite();
    resolvers.addResolvers(Objects.requireNonNull(adapter.getArgumentResolvers()));
    invocable.setHandlerMethodArgumentResolvers(resolvers);
    invocable.setDataBinderFactory(new ServletRequestDataBinderFactory(List.of(), adapter.getWebBindingInitializer()));
    return invocable.invokeForRequest(new ServletWebRequest(new WithoutParameters(request)), new ModelAndViewContainer());
  }

  /** What the change says beside its places is not for what is read. */
  private static final class WithoutParameters extends HttpServletRequestWrapper {
    WithoutParameters(HttpServletRequest request) {
      super(request);
    }

    @Override
    public @Nullable String getParameter(String name) {
      return null;
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
      return null;
    }

    @Override
    public Map<String, String[]> getParameterMap() {
      return Collections.emptyMap();
    }
  }
}
