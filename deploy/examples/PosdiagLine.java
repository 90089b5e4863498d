import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * posdiag's line protocol for payment applications in Java (docs/payment-application.md): JSON objects, each ended by a form
 * feed. `tell` returns at once, throws nothing and waits for nobody; two daemon threads do the rest, for ever.
 */
public final class PosdiagLine {
  /** An open connection. On Android it is made of a LocalSocket; nothing else here differs. */
  public interface Pipe extends Closeable {
    int read(byte[] into) throws IOException;

    void write(byte[] all) throws IOException;
  }

  public interface Opener {
    Pipe open() throws IOException;
  }

  private record Message(String type, String fields, long atNanos) {}

  private static final char END = '\f';
  private static final int MOST_WAITING = 128;
  private static final int LONGEST_FRAME = 1 << 20;
  private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final long ANSWER_SECONDS = 6;
  private static final long ALIVE_SECONDS = 20;
  private static final Pattern REQUEST = Pattern.compile("\"request\":(\\d+)");

  private final Opener opener;
  private final Consumer<String> onDiagnosis;
  private final BlockingQueue<Message> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  /** Numbers that the agent has answered, from the thread that reads to the one that writes. */
  private final SynchronousQueue<Long> answered = new SynchronousQueue<>();
  private final AtomicLong dropped = new AtomicLong();
  private long request = 0;

  /** `onDiagnosis` gets every diagnosis as JSON, on a thread of this class. */
  public PosdiagLine(Opener opener, Consumer<String> onDiagnosis) {
    this.opener = opener;
    this.onDiagnosis = onDiagnosis;
    start("posdiag", this::run);
  }

  /** Signal → value, all of one instant: String, Boolean or a number. */
  public void tell(Map<String, Object> facts) {
    StringBuilder fields = new StringBuilder();
    for (Map.Entry<String, Object> fact : facts.entrySet()) {
      fields.append(',').append(quoted(fact.getKey())).append(':').append(json(fact.getValue()));
    }
    Message message = new Message("posdiag.tell", fields.toString(), System.nanoTime());
    // What is oldest is worth least. Dated when it is heard, it would soon be wrong as well.
    while (!waiting.offer(message)) if (waiting.poll() != null) dropped.incrementAndGet();
  }

  /** Messages that were thrown away because the agent was not there or did not read. */
  public long dropped() {
    return dropped.get();
  }

  private static void start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    for (long pauseMs = 500; ; pauseMs = Math.min(2 * pauseMs, 30_000)) {
      try (Pipe pipe = opener.open()) {
        start("posdiag-reader", () -> read(pipe));
        ask(pipe, "posdiag.alive", ""); // A hanging agent takes connections, too: nothing is told before it has spoken.
        ask(pipe, "posdiag.subscribe", ",\"lang\":\"zh-CN\"");
        pauseMs = 500;
        while (true) next(pipe);
      } catch (IOException agentIsAway) {
        // The payment goes on; this thread tries again.
      } catch (InterruptedException end) {
        return;
      }
      try {
        Thread.sleep((long) (pauseMs * (0.5 + Math.random() / 2)));
      } catch (InterruptedException end) {
        return;
      }
    }
  }

  /** Says what waits, or after a while that somebody is still here. */
  private void next(Pipe pipe) throws IOException, InterruptedException {
    Message message = waiting.poll(ALIVE_SECONDS, TimeUnit.SECONDS);
    if (message == null) ask(pipe, "posdiag.alive", "");
    else if (System.nanoTime() - message.atNanos() > FRESH_NANOS) dropped.incrementAndGet();
    else ask(pipe, message.type(), message.fields());
  }

  /** One at a time: what lies in a socket while the agent hangs cannot be taken back. */
  private void ask(Pipe pipe, String type, String fields) throws IOException, InterruptedException {
    long number = ++request;
    String frame = "{\"type\":" + quoted(type) + ",\"data\":{\"request\":" + number + fields + "}}" + END;
    pipe.write(frame.getBytes(StandardCharsets.UTF_8));
    for (Long heard = -1L; heard != number; ) {
      heard = answered.poll(ANSWER_SECONDS, TimeUnit.SECONDS);
      if (heard == null) throw new IOException("the agent does not answer");
    }
  }

  private void read(Pipe pipe) {
    byte[] chunk = new byte[4096];
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    try (pipe) {
      for (int count = pipe.read(chunk); count >= 0; count = pipe.read(chunk)) {
        for (int at = 0; at < count; at++) {
          if (chunk[at] != END) frame.write(chunk[at]);
          else {
            hear(frame.toString(StandardCharsets.UTF_8));
            frame.reset();
          }
        }
        if (frame.size() > LONGEST_FRAME) return;
      }
    } catch (IOException | InterruptedException end) {
      // The writer finds out by itself.
    }
  }

  private void hear(String frame) throws InterruptedException {
    if (frame.contains("\"verdicts\":")) onDiagnosis.accept(frame);
    Matcher number = REQUEST.matcher(frame);
    if (number.find()) answered.offer(Long.valueOf(number.group(1)), 1, TimeUnit.SECONDS);
  }

  private static String json(Object value) {
    return value instanceof Boolean || value instanceof Number ? value.toString() : quoted(String.valueOf(value));
  }

  private static String quoted(String text) {
    StringBuilder all = new StringBuilder("\"");
    for (char one : text.toCharArray()) {
      if (one == '"' || one == '\\') all.append('\\');
      all.append(one < ' ' ? ' ' : one);
    }
    return all.append('"').toString();
  }

  /** Java 16 and later on Linux. */
  public static Opener unix(String path) {
    return () -> {
      SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
      channel.connect(UnixDomainSocketAddress.of(path));
      return new Pipe() {
        public int read(byte[] into) throws IOException {
          return channel.read(ByteBuffer.wrap(into));
        }

        public void write(byte[] all) throws IOException {
          for (ByteBuffer left = ByteBuffer.wrap(all); left.hasRemaining(); ) channel.write(left);
        }

        public void close() throws IOException {
          channel.close();
        }
      };
    };
  }

  /** `java PosdiagLine.java SOCKET`: three sales on a terminal whose key is wrong, and what the merchant is told. */
  public static void main(String[] args) throws InterruptedException {
    Pattern say = Pattern.compile("\"say\":\"([^\"]*)\"");
    PosdiagLine posdiag = new PosdiagLine(unix(args[0]), diagnosis -> {
      Matcher first = say.matcher(diagnosis);
      System.out.println(first.find() ? "! " + first.group(1) : "— 一切正常");
    });
    for (int sale = 1; sale <= 3; sale++) {
      Map<String, Object> facts = new LinkedHashMap<>();
      facts.put("txn.type", "sale");
      facts.put("txn.amount_fen", 1280 * sale);
      facts.put("txn.running", true);
      facts.put("txn.stage", "began");
      posdiag.tell(facts);
      facts.put("txn.card_ref", "c" + sale);
      facts.put("txn.entry_mode", "icc");
      facts.put("txn.stage", "answered");
      facts.put("txn.rc", "A0");
      posdiag.tell(facts);
      facts.remove("txn.rc");
      facts.put("txn.stage", "ended");
      facts.put("txn.running", false);
      facts.put("txn.outcome", "declined");
      facts.put("txn.hindrance", "none");
      posdiag.tell(facts);
      Thread.sleep(2_000);
    }
    System.out.println("dropped: " + posdiag.dropped());
  }
}
