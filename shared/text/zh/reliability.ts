export const reliability = {
  'error.server.full': '服务器已满：最多同时进行 {{max}} 局，请稍后再试。',
};
