package io.duly.desk.api;

import io.duly.desk.page.NotThere;
import io.duly.desk.worklist.SavedView;
import io.duly.desk.worklist.SavedViews;
import io.duly.identity.TokenScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lists that the token's person keeps by a name, and those that colleagues share. */
@RestController
@RequestMapping("/api/v1/views")
@Tag(name = "Worklist")
class ViewsApi {
  private final SavedViews views;

  ViewsApi(SavedViews views) {
    this.views = views;
  }

  @Schema(name = "SavedView")
  record ViewJson(UUID id, String name, @Schema(description = "the filters, as /worklist has them", example = "work=call&currency=EUR") String query, boolean shared, boolean own) {
    static ViewJson of(SavedView one, Call call) {
      return new ViewJson(one.id(), one.name(), one.query(), one.shared(), one.person().equals(call.person().uuid()));
    }
  }

  record NewView(
      @NotBlank @Size(max = 60) @Schema(example = "Calls in euro") String name, @Schema(description = "what the worklist does not know is left out", example = "work=call&currency=EUR") Optional<@Size(max = 1000) String> query,
      @Schema(description = "everybody of the house sees it") Optional<Boolean> shared) {}

  record NewName(@NotBlank @Size(max = 60) @Schema(example = "Calls in euro") String name, Optional<Boolean> shared) {}

  @GetMapping
  @Needs(TokenScope.READ)
  @Operation(operationId = "views", summary = "Kept lists: one's own first, then those that others share")
  Listing<ViewJson> list(Call call) {
    return Listing.whole(views.of(call.person()).stream().map(one -> ViewJson.of(one, call)).toList());
  }

  @GetMapping("/{id}")
  @Needs(TokenScope.READ)
  @Operation(operationId = "view", summary = "A kept list")
  ViewJson read(Call call, @PathVariable UUID id) {
    return views.of(call.person()).stream().filter(one -> one.id().equals(id)).findFirst().map(one -> ViewJson.of(one, call)).orElseThrow(NotThere::new);
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(TokenScope.TASKS)
  @Operation(operationId = "keepView", summary = "Keeps a list by a name")
  void keep(Call call, @RequestBody @Valid NewView body) {
    views.keep(call.person(), body.name(), body.query().orElse(""), body.shared().orElse(false));
  }

  @PostMapping(path = "/{id}/name", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(TokenScope.TASKS)
  @Changes("/api/v1/views/{id}")
  @Operation(operationId = "renameView", summary = "Another name for a list of one's own, and whether others see it")
  void rename(Call call, @PathVariable UUID id, @RequestBody @Valid NewName body) {
    views.rename(call.person(), id, body.name(), body.shared().orElse(false));
  }

  @PostMapping("/{id}/removal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(TokenScope.TASKS)
  @Changes("/api/v1/views/{id}")
  @Operation(operationId = "removeView", summary = "A list of one's own is kept no longer")
  void remove(Call call, @PathVariable UUID id) {
    views.remove(call.person(), id);
  }
}
