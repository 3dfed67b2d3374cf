package io.duly.correspondence.provider;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/** A request's body that knows whether its last byte was given away, from when on the other side may have the whole of it. */
final class LastByte implements BodyPublisher {
  private final byte[] bytes;
  private final BodyPublisher publisher;
  private volatile boolean given;

  LastByte(byte[] bytes) {
    this.bytes = bytes;
    this.publisher = BodyPublishers.ofByteArray(bytes);
  }

  boolean wasGiven() {
    return given;
  }

  @Override
  public long contentLength() {
    return bytes.length;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
    publisher.subscribe(new Counting(subscriber));
  }

  private final class Counting implements Flow.Subscriber<ByteBuffer> {
    private final Flow.Subscriber<? super ByteBuffer> next;
    private long left = bytes.length;

    Counting(Flow.Subscriber<? super ByteBuffer> next) {
      this.next = next;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      next.onSubscribe(subscription);
    }

    /** Noted before it is given: what comes of it, nobody can take back. */
    @Override
    public void onNext(ByteBuffer some) {
      left -= some.remaining();
      given |= left <= 0;
      next.onNext(some);
    }

    @Override
    public void onError(Throwable failed) {
      next.onError(failed);
    }

    @Override
    public void onComplete() {
      given = true;
      next.onComplete();
    }
  }
}
