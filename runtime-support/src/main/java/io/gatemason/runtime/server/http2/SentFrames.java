package io.gatemason.runtime.server.http2;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataWriter;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;

/**
 * What the client is sent, frame by frame. Knows how much the client may still send, and puts right
 * what Helidon gets wrong: the last stream in a GOAWAY, which it says that there was none, so that
 * a client would send again what has been answered (RFC 9113 §6.8); how many streams there may be,
 * of which it counts some that are over for the client; {@linkplain StandIns texts} of header
 * blocks; and blocks of several frames, whose last one it sends twice. Safe for concurrent use,
 * provided that the frames of one block come without others of blocks between them.
 */
final class SentFrames implements DataWriter {
  private static final int TYPE = 3;
  private static final int FLAGS = 4;
  private static final int STREAM = 5;
  private static final int UNKNOWN = -1;
  private static final int END_STREAM = 1;
  private static final int END_HEADERS = 4;
  private static final int SETTING_BYTES = 6;
  private static final int MAX_CONCURRENT_STREAMS = 3;

  private final DataWriter writer;
  private final IntSupplier lastStream;
  private final OpenStreams open;
  private final int streams;
  private final Set<Integer> standIns = ConcurrentHashMap.newKeySet();

  /** The frames of a block that is not complete. */
  private final List<byte[]> block = new ArrayList<>();

  private final ClientWindow window = new ClientWindow();

  /**
   * @param lastStream the last stream that was taken
   * @param open told of the ends of streams
   * @param streams how many the client is told that it may have
   */
  SentFrames(DataWriter writer, IntSupplier lastStream, OpenStreams open, int streams) {
    this.writer = writer;
    this.lastStream = lastStream;
    this.open = open;
    this.streams = streams;
  }

  /** Takes what the client has sent out of what it may; false if that was more. */
  boolean spend(int bytes) {
    return window.spend(bytes);
  }

  /** The header block of a stream will have stand-ins. */
  void standIns(int stream) {
    standIns.add(stream);
  }

  @Override
  public void write(BufferData... buffers) {
    writeNow(buffers);
  }

  @Override
  public void write(BufferData buffer) {
    writeNow(buffer);
  }

  @Override
  public void writeNow(BufferData... buffers) {
    writeNow(BufferData.create(buffers));
  }

  @Override
  public void writeNow(BufferData frame) {
    int stream = frame.available() < Frame.HEADER_BYTES ? 0 : integer(frame, STREAM);
    int type = frame.available() < Frame.HEADER_BYTES ? UNKNOWN : frame.get(TYPE);
    if (stream > 0) {
      tellOfEnd(frame, type, stream);
    }
    if (type == Frame.WINDOW_UPDATE) {
      int more = stream == 0 ? integer(frame, Frame.HEADER_BYTES) : 0;
      byte[] due = window.hold(frame.readBytes(), more);
      if (due.length > 0) {
        writer.writeNow(BufferData.create(due));
      }
    } else if (type == Frame.HEADERS && endsBlock(frame) && !standIns.remove(stream)) {
      send(frame);
    } else if (type == Frame.HEADERS || type == Frame.CONTINUATION) {
      part(frame.readBytes(), stream);
    } else {
      send(judged(frame, type));
    }
  }

  private void tellOfEnd(BufferData frame, int type, int stream) {
    if (type == Frame.RESET) {
      open.reset(stream);
    } else if (type != Frame.WINDOW_UPDATE && (frame.get(FLAGS) & END_STREAM) != 0) {
      open.gatewayEnds(stream);
    }
  }

  private BufferData judged(BufferData frame, int type) {
    if (frame.available() < Frame.HEADER_BYTES + Integer.BYTES) {
      return frame;
    }
    return switch (type) {
      case Frame.GOAWAY -> withLastStream(frame);
      case Frame.SETTINGS -> withStreams(frame);
      default -> frame;
    };
  }

  /** Sends whole frames, behind what was held back. */
  private void send(BufferData frames) {
    byte[] due = window.due();
    writer.writeNow(due.length == 0 ? frames : BufferData.create(BufferData.create(due), frames));
  }

  /** A frame of a block that is written when it is complete. */
  private void part(byte[] frame, int stream) {
    boolean again =
        !block.isEmpty()
            && Frame.endsHeaders(frame, 0)
            && Arrays.equals(
                frame,
                Frame.HEADER_BYTES,
                frame.length,
                block.getLast(),
                Frame.HEADER_BYTES,
                block.getLast().length);
    if (again) {
      block.removeLast();
    }
    block.add(frame);
    if (!Frame.endsHeaders(frame, 0)) {
      return;
    }
    ByteArrayOutputStream fields = new ByteArrayOutputStream();
    for (byte[] part : block) {
      fields.write(part, Frame.HEADER_BYTES, part.length - Frame.HEADER_BYTES);
    }
    standIns.remove(stream);
    byte[] resolved = StandIns.resolved(fields.toByteArray());
    byte[] frames = Frame.headers(block, resolved);
    block.clear();
    send(BufferData.create(frames));
  }

  private static boolean endsBlock(BufferData frame) {
    return (frame.get(FLAGS) & END_HEADERS) != 0;
  }

  private BufferData withLastStream(BufferData frame) {
    int last = Math.max(integer(frame, Frame.HEADER_BYTES), lastStream.getAsInt());
    byte[] bytes = frame.readBytes();
    ByteBuffer.wrap(bytes).putInt(Frame.HEADER_BYTES, last);
    return BufferData.create(bytes);
  }

  private BufferData withStreams(BufferData frame) {
    byte[] bytes = frame.readBytes();
    ByteBuffer settings = ByteBuffer.wrap(bytes);
    for (int at = Frame.HEADER_BYTES; at < bytes.length; at += SETTING_BYTES) {
      if (settings.getShort(at) == MAX_CONCURRENT_STREAMS) {
        settings.putInt(at + Short.BYTES, streams);
      }
    }
    return BufferData.create(bytes);
  }

  private static int integer(BufferData frame, int at) {
    return ((frame.get(at) & 0xFF) << 24)
        | ((frame.get(at + 1) & 0xFF) << 16)
        | ((frame.get(at + 2) & 0xFF) << 8)
        | (frame.get(at + 3) & 0xFF);
  }
}
