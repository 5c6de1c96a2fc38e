package isms.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollEventLoopGroup;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeadersFactory;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.AsciiString;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * POSTs of JSON under an {@code Idempotency-Key}, as {@link Api} sends them, from several threads and without a timer for each: who
 * floods a system from the system's own machine must leave it its processors, and not come late itself. Connections are opened when they are needed and kept; a call that finds
 * all of them taken waits for one.
 */
final class Flood implements AutoCloseable {

    /** A thread that needs more than its fair share of a busy processor comes late: so there are several. */
    private static final int THREADS = 4;

    private static final int PATIENCE_SECONDS = 30;
    private static final int LARGEST_ANSWER = 1 << 20;
    private static final AsciiString IDEMPOTENCY_KEY = AsciiString.cached("idempotency-key");
    private static final HttpHeadersFactory HEADERS =
            DefaultHttpHeadersFactory.headersFactory().withValidation(false);

    private record Call(String path, String key, String body, CompletableFuture<Api.Answer> answer) {}

    private final EventLoopGroup threads =
            Epoll.isAvailable() ? new EpollEventLoopGroup(THREADS) : new NioEventLoopGroup(THREADS);
    private final Bootstrap connecting;
    private final int connections;
    private final AsciiString host;
    private final AsciiString authorization;

    private final Object places = new Object();
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final Queue<Call> waiting = new ArrayDeque<>();
    private int open;

    /** @param connections at most so many */
    Flood(URI root, String token, int connections) {
        this.connections = connections;
        host = AsciiString.of(root.getHost() + ":" + root.getPort());
        authorization = AsciiString.of("Bearer " + token);
        connecting = new Bootstrap()
                .group(threads)
                .channel(Epoll.isAvailable() ? EpollSocketChannel.class : NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .remoteAddress(root.getHost(), root.getPort())
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline()
                                .addLast(
                                        new IdleStateHandler(PATIENCE_SECONDS, 0, 0),
                                        new HttpClientCodec(),
                                        new HttpObjectAggregator(LARGEST_ANSWER),
                                        new Connection());
                    }
                });
    }

    /** Fails with {@link IOException} when there is no connection, or no answer in time. */
    CompletableFuture<Api.Answer> post(String path, String key, String body) {
        var call = new Call(path, key, body, new CompletableFuture<>());
        Connection free;
        synchronized (places) {
            free = idle.pollFirst();
            if (free == null) {
                waiting.add(call);
                connect();
            }
        }
        if (free != null) {
            free.send(call);
        }
        return call.answer();
    }

    private void connect() {
        if (open < connections) {
            open++;
            connecting.connect().addListener(done -> {
                if (!done.isSuccess()) {
                    closed(done.cause());
                }
            });
        }
    }

    /** A connection is lost, and others wait for one; or it was never had, and they would wait for ever. */
    private void closed(@Nullable Throwable neverHad) {
        Call lost = null;
        synchronized (places) {
            open--;
            if (neverHad != null) {
                lost = waiting.poll();
            } else if (!waiting.isEmpty()) {
                connect();
            }
        }
        if (lost != null) {
            lost.answer().completeExceptionally(new IOException(neverHad));
        }
    }

    @Override
    public void close() {
        threads.shutdownGracefully().syncUninterruptibly();
    }

    private final class Connection extends SimpleChannelInboundHandler<FullHttpResponse> {

        private @Nullable Channel channel;
        private volatile @Nullable Call current;

        @Override
        public void channelActive(ChannelHandlerContext context) {
            channel = context.channel();
            next();
        }

        private void next() {
            Call next;
            synchronized (places) {
                next = waiting.poll();
                if (next == null) {
                    idle.addFirst(this);
                }
            }
            if (next != null) {
                send(next);
            }
        }

        private void send(Call call) {
            current = call;
            var body = Unpooled.wrappedBuffer(call.body().getBytes(StandardCharsets.UTF_8));
            var request = new DefaultFullHttpRequest(
                    HttpVersion.HTTP_1_1, HttpMethod.POST, call.path(), body, HEADERS, HEADERS);
            request.headers()
                    .set(HttpHeaderNames.HOST, host)
                    .set(HttpHeaderNames.AUTHORIZATION, authorization)
                    .set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON)
                    .set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes())
                    .set(IDEMPOTENCY_KEY, call.key());
            if (channel != null && channel.isActive()) {
                channel.writeAndFlush(request, channel.voidPromise());
            } else {
                fail(call);
            }
        }

        private static void fail(Call call) {
            call.answer()
                    .completeExceptionally(
                            new IOException("no answer: the connection was lost, or nothing came in time"));
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpResponse response) {
            var answered = current;
            current = null;
            var answer = new Api.Answer(
                    response.status().code(),
                    response.headers().get(HttpHeaderNames.ETAG),
                    null,
                    response.headers().get(HttpHeaderNames.RETRY_AFTER),
                    response.content().toString(StandardCharsets.UTF_8));
            next();
            if (answered != null) {
                answered.answer().complete(answer);
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            synchronized (places) {
                idle.remove(this);
            }
            closed(null);
            var lost = current;
            if (lost != null) {
                fail(lost);
            }
        }

        /** Nothing has come for {@link #PATIENCE_SECONDS}. */
        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (current != null) {
                context.close();
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close();
        }
    }
}
