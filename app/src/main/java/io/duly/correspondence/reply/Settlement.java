package io.duly.correspondence.reply;

import io.duly.wording.ReplyMeaning;
import java.util.List;

/**
 * What a person reads in a reply.
 *
 * @param reading what it is; empty where it is nothing of it
 * @param words ours, apart from theirs; not empty
 * @param follows what is done because of it; empty for nothing
 */
public record Settlement(List<ReplyMeaning> reading, String words, List<Follow> follows) {}
