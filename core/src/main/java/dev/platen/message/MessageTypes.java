package dev.platen.message;

/** The names of the messages that Platen sends or reads. */
public final class MessageTypes {
  public static final String KERNEL_INFO_REQUEST = "kernel_info_request";
  public static final String KERNEL_INFO_REPLY = "kernel_info_reply";
  public static final String EXECUTE_REQUEST = "execute_request";
  public static final String EXECUTE_REPLY = "execute_reply";
  public static final String EXECUTE_INPUT = "execute_input";
  public static final String EXECUTE_RESULT = "execute_result";
  public static final String DISPLAY_DATA = "display_data";
  public static final String UPDATE_DISPLAY_DATA = "update_display_data";
  public static final String STREAM = "stream";
  public static final String ERROR = "error";
  public static final String CLEAR_OUTPUT = "clear_output";
  public static final String STATUS = "status";
  public static final String COMM_OPEN = "comm_open";
  public static final String COMM_MSG = "comm_msg";
  public static final String COMM_CLOSE = "comm_close";
  public static final String INPUT_REQUEST = "input_request";
  public static final String INTERRUPT_REQUEST = "interrupt_request";
  public static final String SHUTDOWN_REQUEST = "shutdown_request";

  private MessageTypes() {}
}
