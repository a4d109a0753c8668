package org.ambassadorportal.kernel;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import org.jspecify.annotations.Nullable;

/**
 * Makes a harmless photograph of whatever was uploaded: it is decoded and drawn anew as a JPEG, so that no EXIF (where
 * and when it was taken) and nothing hidden in the file survives. It is turned as its camera held it.
 */
public final class Photos {

    /** The longer side of a stored photograph, in pixels. */
    public static final int SIDE = 640;

    /** The largest file that is looked at. */
    public static final int LARGEST = 10 * 1024 * 1024;

    private static final long MOST_PIXELS = 60_000_000;
    private static final Set<String> FORMATS = Set.of("jpeg", "jpg", "png", "gif", "bmp");

    /** The most pixels of a picture that is kept whole; a larger one is made smaller. */
    private static final long WHOLE_PIXELS = 16_000_000;

    /** Pictures are large while they are open; so few are open at once, whoever sends them. */
    private static final Semaphore OPEN = new Semaphore(2);

    private Photos() {}

    /** A picture that was written anew, and the name of its format: "jpg" or "png". */
    public static final class Picture {

        private final byte[] bytes;
        private final String format;

        private Picture(byte[] bytes, String format) {
            this.bytes = bytes;
            this.format = format;
        }

        public byte[] bytes() {
            return bytes.clone();
        }

        public String format() {
            return format;
        }
    }

    /**
     * The picture in its own size, up to 16 million pixels, without anything else that was in the file: a JPEG of a
     * photograph, a PNG of anything else, of moving pictures the first.
     *
     * @throws IOException when it is no picture of a kind we can read
     */
    public static Picture whole(byte[] uploaded) throws IOException {
        OPEN.acquireUninterruptibly();
        try {
            boolean photograph = isJpeg(uploaded);
            var picture =
                    decode(uploaded, (pixels, side) -> (int) Math.ceil(Math.sqrt((double) pixels / WHOLE_PIXELS)));
            if (picture == null) throw new IOException("no picture we can read");
            var upright = turned(picture, photograph ? orientation(uploaded) : 1);
            if (!photograph) return new Picture(png(upright), "png");
            boolean plain = upright.getType() == BufferedImage.TYPE_3BYTE_BGR
                    || upright.getType() == BufferedImage.TYPE_BYTE_GRAY
                    || upright.getType() == BufferedImage.TYPE_INT_RGB;
            return new Picture(jpeg(plain ? upright : draw(upright, 1)), "jpg");
        } catch (RuntimeException broken) {
            throw new IOException(broken);
        } finally {
            OPEN.release();
        }
    }

    /**
     * The photograph as a JPEG of at most {@link #SIDE} pixels.
     *
     * @param field the form's field, named by the refusal
     * @throws Refusal when it is too large, or no picture of a kind we can read
     */
    public static byte[] reencode(String field, byte[] uploaded) {
        if (uploaded.length > LARGEST) throw new Refusal(field, "photo.large", LARGEST / 1024 / 1024);
        try {
            var picture = decode(uploaded, (pixels, side) -> side / (2 * SIDE));
            if (picture == null) throw new Refusal(field, "photo.unreadable");
            var upright = turned(picture, isJpeg(uploaded) ? orientation(uploaded) : 1);
            return jpeg(draw(
                    upright, Math.min(1.0, (double) SIDE / Math.max(upright.getWidth(), upright.getHeight()))));
        } catch (IOException | RuntimeException broken) {
            if (broken instanceof Refusal refusal) throw refusal;
            throw new Refusal(field, "photo.unreadable");
        }
    }

    /** How many pixels in each direction become one. */
    private interface Step {
        int of(long pixels, int shorterSide);
    }

    private static @Nullable BufferedImage decode(byte[] uploaded, Step size) throws IOException {
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(uploaded))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) return null;
            ImageReader reader = readers.next();
            try {
                if (!FORMATS.contains(reader.getFormatName().toLowerCase(java.util.Locale.ROOT))) return null;
                reader.setInput(input, true, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                // The size is read from the head of the file, before a bomb of pixels is unpacked.
                if (width < 1 || height < 1 || (long) width * height > MOST_PIXELS) return null;
                ImageReadParam every = reader.getDefaultReadParam();
                int step = Math.max(1, size.of((long) width * height, Math.min(width, height)));
                every.setSourceSubsampling(step, step, 0, 0);
                return reader.read(0, every);
            } finally {
                reader.dispose();
            }
        }
    }

    private static boolean isJpeg(byte[] bytes) {
        return bytes.length > 3 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xD8;
    }

    /** How the camera was held, 1 to 8 as EXIF numbers it; 1, upright, where the file does not say or is odd. */
    static int orientation(byte[] jpeg) {
        try {
            var file = ByteBuffer.wrap(jpeg);
            for (int at = 2; at + 4 < jpeg.length && (jpeg[at] & 0xFF) == 0xFF; ) {
                int marker = jpeg[at + 1] & 0xFF;
                int length = file.getShort(at + 2) & 0xFFFF;
                if (marker == 0xDA) return 1;
                if (marker == 0xE1 && file.getInt(at + 4) == 0x45786966) return turnedBy(file, at + 10);
                at += 2 + length;
            }
        } catch (IndexOutOfBoundsException odd) {
            return 1;
        }
        return 1;
    }

    private static int turnedBy(ByteBuffer file, int start) {
        var exif =
                file.duplicate().order(file.getShort(start) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int list = start + exif.getInt(start + 4);
        int entries = exif.getShort(list) & 0xFFFF;
        for (int number = 0; number < entries; number++) {
            int entry = list + 2 + 12 * number;
            if ((exif.getShort(entry) & 0xFFFF) != 0x0112) continue;
            int turned = exif.getShort(entry + 8);
            return turned >= 1 && turned <= 8 ? turned : 1;
        }
        return 1;
    }

    private static BufferedImage turned(BufferedImage picture, int orientation) {
        if (orientation == 1) return picture;
        int width = picture.getWidth();
        int height = picture.getHeight();
        boolean lying = orientation >= 5;
        var turn = switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            default -> new AffineTransform(0, -1, 1, 0, 0, width);
        };
        var drawn = new BufferedImage(lying ? height : width, lying ? width : height, BufferedImage.TYPE_INT_RGB);
        var pen = drawn.createGraphics();
        try {
            pen.drawImage(picture, turn, null);
        } finally {
            pen.dispose();
        }
        return drawn;
    }

    private static BufferedImage draw(BufferedImage picture, double scale) {
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        var drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = drawn.createGraphics();
        try {
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, width, height);
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            pen.drawImage(picture, 0, 0, width, height, null);
        } finally {
            pen.dispose();
        }
        return drawn;
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(picture, "png", bytes)) throw new IOException("cannot be written as PNG");
        return bytes.toByteArray();
    }

    private static byte[] jpeg(BufferedImage picture) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var output = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(output);
            var quality = writer.getDefaultWriteParam();
            quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            quality.setCompressionQuality(0.88f);
            writer.write(null, new IIOImage(picture, null, null), quality);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
